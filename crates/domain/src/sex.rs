//! Sex, as the KTP has it.

use crate::text_serde::coded;

coded! {
    /// Sex, as the KTP has it.
    Sex, "L or P" {
        /// Laki-laki.
        Male = "L",
        /// Perempuan.
        Female = "P",
    }
}
