//! Handing a destination to the map application of the device.

use super::intl::plain;
use domain::Coordinate;
use leptos::prelude::window;

/// The address that opens the destination in the device's own map application; elsewhere a page of OpenStreetMap.
pub fn href(to: Coordinate) -> String {
    let device = window().navigator().user_agent().unwrap_or_default();
    let (lat, lon) = (plain(to.lat), plain(to.lon));
    let (lat, lon) = (lat.as_str(), lon.as_str());
    if device.contains("Android") {
        // RFC 5870; the query makes map applications set a mark.
        ["geo:", lat, ",", lon, "?q=", lat, ",", lon].concat()
    } else if device.contains("iPhone") || device.contains("iPad") {
        ["https://maps.apple.com/?daddr=", lat, ",", lon].concat()
    } else {
        ["https://www.openstreetmap.org/?mlat=", lat, "&mlon=", lon, "#map=17/", lat, "/", lon].concat()
    }
}
