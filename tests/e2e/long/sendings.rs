//! However bad the line is: in the end every list lies in the drop box once, and the phone knows.

use crate::listing::{Door, send};
use e2e::settings::times;
use e2e::{Chance, Device, Host, Office, Proxy};
use std::collections::BTreeSet;

/// A family more on every tenth list.
const LISTS_A_FAMILY: usize = 10;
/// Two in seven requests are answered, and each look makes three or four: this is often enough for the last list.
const LOOKS: usize = 15;

/// What the page says of each list.
fn states(phone: &Device) -> Vec<String> {
    phone.texts(".section .pill")
}

#[test]
fn what_was_sent_over_a_bad_line_arrives_once() {
    let sendings = times(500);
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let line = Proxy::before(&host, Chance::of("sendings"));
    let phone = rt.activate(line.address());
    phone.is_ready_for_offline().went_offline().is_slower(4);

    for sending in 0..sendings {
        if sending % LISTS_A_FAMILY == 0 {
            phone.visit("/rt");
            rt.unlock(&phone);
            let name = format!("Contoh Keluarga {sending}");
            Door::without_numbers(&name, &format!("Gg. Contoh No. {sending}")).list(&phone);
            send(&phone);
        } else {
            phone.go_back().choose("Data ini benar").press("Kirim").says("Tanda terima");
        }
    }
    // The page is opened now and then; nobody taps on anything.
    let have_arrived = (0..LOOKS).any(|_| {
        phone.visit("/rt/kirim");
        rt.unlock(&phone);
        phone.sees(|| states(&phone) == vec!["Terkirim"; sendings])
    });
    assert!(have_arrived, "{:?}", states(&phone));

    let arrived: BTreeSet<String> = office.drop_box("31.74.10.1005").into_iter().collect();
    assert_eq!(arrived, line.put(), "what lies in the drop box, and what was sent");
    let collected = office.collect();
    let numbers =
        collected["envelopes"].as_array().unwrap().iter().map(|report| report["list"]["edition"].as_u64());
    let all = (1..=u64::try_from(sendings).unwrap()).map(Some);
    assert_eq!(numbers.collect::<BTreeSet<_>>(), all.collect(), "{collected:#}");
    eprintln!("{sendings} sendings arrived once each; what became of their requests: {:?}", line.fates());
}
