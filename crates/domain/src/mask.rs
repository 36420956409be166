//! Names where the whole is not needed.

/// The first letter of each word, the rest as dots: `Siti Aminah` → `S••• A•••••`. A family knows itself in it; a
/// stranger learns nothing that a list of common names would not give.
pub fn name(name: &str) -> String {
    let mut out = String::new();
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut chars = word.chars();
        out.extend(chars.next());
        // Not more than seven: a long name should not give itself away by its length.
        out.extend(chars.take(7).map(|_| '•'));
    }
    out
}

/// The first letters of a masked name, to be read aloud: `S••• A•••••` → `S A`.
pub fn initials(masked: &str) -> String {
    masked.chars().filter(|c| *c != '•').collect()
}

#[cfg(test)]
mod tests {
    use super::{initials, name};

    #[test]
    fn masks() {
        for (full, expect) in [
            ("Siti Aminah", "S••• A•••••"),
            ("DR. H", "D•• H"),
            ("", ""),
            ("  É  ", "É"),
            ("Pusponegorojati", "P•••••••"),
        ] {
            assert_eq!(name(full), expect);
        }
        for (masked, expect) in [("S••• A•••••", "S A"), ("D•• H", "D H"), ("", "")] {
            assert_eq!(initials(masked), expect);
        }
    }
}
