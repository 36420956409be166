//! A list that was sealed, as it is stored: its text stands in the outbox while it is on its way.

use super::Stored;
use crate::list_version::{Delivery, ListVersion, Refusal};
use domain::Date;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct ListVersionRecord {
    number: u32,
    declared_on: Date,
    families: usize,
    file: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    text: String,
    delivery: DeliveryRecord,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DeliveryRecord {
    OnPhone,
    Waiting,
    Delivered,
    HandedOver,
    Failed(RefusalRecord),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RefusalRecord {
    Stranger,
    OldLink,
    NoBox,
    TooLarge,
    OutOfOrder,
    Other(u16),
}

impl Stored for ListVersion {
    type Record = ListVersionRecord;

    fn to_record(&self) -> ListVersionRecord {
        let Self { number, declared_on, families, file, text, delivery } = self.clone();
        ListVersionRecord { number, declared_on, families, file, text, delivery: delivery.into() }
    }

    fn from_record(record: ListVersionRecord) -> Self {
        let ListVersionRecord { number, declared_on, families, file, text, delivery } = record;
        Self { number, declared_on, families, file, text, delivery: delivery.into() }
    }
}

impl From<Delivery> for DeliveryRecord {
    fn from(delivery: Delivery) -> Self {
        match delivery {
            Delivery::OnPhone => Self::OnPhone,
            Delivery::Waiting => Self::Waiting,
            Delivery::Delivered => Self::Delivered,
            Delivery::HandedOver => Self::HandedOver,
            Delivery::Failed(refusal) => Self::Failed(refusal.into()),
        }
    }
}

impl From<DeliveryRecord> for Delivery {
    fn from(record: DeliveryRecord) -> Self {
        match record {
            DeliveryRecord::OnPhone => Self::OnPhone,
            DeliveryRecord::Waiting => Self::Waiting,
            DeliveryRecord::Delivered => Self::Delivered,
            DeliveryRecord::HandedOver => Self::HandedOver,
            DeliveryRecord::Failed(refusal) => Self::Failed(refusal.into()),
        }
    }
}

impl From<Refusal> for RefusalRecord {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Stranger => Self::Stranger,
            Refusal::OldLink => Self::OldLink,
            Refusal::NoBox => Self::NoBox,
            Refusal::TooLarge => Self::TooLarge,
            Refusal::OutOfOrder => Self::OutOfOrder,
            Refusal::Other(status) => Self::Other(status),
        }
    }
}

impl From<RefusalRecord> for Refusal {
    fn from(record: RefusalRecord) -> Self {
        match record {
            RefusalRecord::Stranger => Self::Stranger,
            RefusalRecord::OldLink => Self::OldLink,
            RefusalRecord::NoBox => Self::NoBox,
            RefusalRecord::TooLarge => Self::TooLarge,
            RefusalRecord::OutOfOrder => Self::OutOfOrder,
            RefusalRecord::Other(status) => Self::Other(status),
        }
    }
}
