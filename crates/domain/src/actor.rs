//! Who did it.

use crate::text_serde::coded;

coded! {
    /// Who entered a record or decided about a family.
    Actor, "an actor like rt" {
        /// The head of the RT.
        Rt = "rt",
        /// The head of the RW.
        Rw = "rw",
        /// Dinas Sosial.
        Dinas = "dinas",
    }
}
