//! The file of the register is written anew after something was deleted. Where that could not be done, the next command does it.

use crate::output::Output;
use office::fault::Result;
use office::register::Register;

/// What is said where it could not be done.
pub(crate) const NOT_REWRITTEN: &str = "Sisa yang dihapus masih ada di berkas register: perintah lain sedang membacanya, atau disk \
    tempat ruang kerja kurang ruang (dua kali sebesar register). Perintah berikutnya mencoba lagi.";

/// Does what an earlier command could not do, or was killed before; says so where it cannot be done now either.
pub(crate) fn finish_rewrite(register: &Register, output: &Output) -> Result<()> {
    if register.is_rewrite_due()? && !register.rewrite()? {
        output.notice(NOT_REWRITTEN);
    }
    Ok(())
}
