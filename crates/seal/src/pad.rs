//! Padding, so that a length tells nothing.

/// Length (4 bytes, big endian), the document, zeros up to `padded` bytes in all; `None` if it does not fit.
pub(crate) fn pad(document: &[u8], padded: usize) -> Option<Vec<u8>> {
    let length = u32::try_from(document.len()).ok()?;
    if document.len().checked_add(4)? > padded {
        return None;
    }
    let mut out = Vec::with_capacity(padded);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(document);
    out.resize(padded, 0);
    Some(out)
}

/// Takes the document out again; `None` if the length is a lie.
pub(crate) fn unpad(padded: &[u8]) -> Option<&[u8]> {
    let (length, rest) = padded.split_first_chunk::<4>()?;
    rest.get(..usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// The next power of two from 4 KiB on: the size of a list tells no more than its order.
pub(crate) fn roomy(length: usize) -> usize {
    length.saturating_add(4).next_power_of_two().max(4096)
}
