//! Lists in the browser: they are read and written while the page stays responsive.
//!
//! There are two programs, because each weighs as much as a whole visit: the reader and the writer. The page posts a job
//! as JSON, with the file beside it where there is one, and gets answers as JSON until one is the last; the types of both
//! are those of `lists-protocol`.

mod post;
mod work;

pub use post::{Page, Posted, serve};
pub use work::{read, write};
