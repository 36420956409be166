//! A family that is called, as printouts name it.

use domain::{Date, Invitation, PickupPoint, RegistrationCode};
use office::fault::{Fault, Result};
use office::invitation::replaced_invitation;
use office::register::{Family, FamilyId, Origin, Register};
use std::collections::HashMap;

/// A family that is called, as printouts name it.
pub(super) struct Invitee<'a> {
    pub(super) family: Family,
    /// The first of its codes; whichever is written on a receipt, all of them are its own.
    pub(super) code: Option<RegistrationCode>,
    pub(super) invitation: &'a Invitation,
    pub(super) point: &'a PickupPoint,
    /// The day of the invitation that this one replaces, for its point has closed.
    pub(super) instead_of: Option<Date>,
    pub(super) kelurahan: String,
}

/// The families of one RT, in the order of their hours.
pub(super) fn invitees<'a>(
    register: &Register,
    origin: &Origin,
    invitations: &'a [(FamilyId, Invitation)],
    points: &HashMap<&str, &'a PickupPoint>,
    kelurahan: &str,
) -> Result<Vec<Invitee<'a>>> {
    let mut invitations: HashMap<FamilyId, &Invitation> =
        invitations.iter().map(|(family, invitation)| (*family, invitation)).collect();
    let mut invitees = Vec::with_capacity(invitations.len());
    for family in register.families_of(origin)? {
        let Some(invitation) = invitations.remove(&family.id) else { continue };
        let point = points.get(invitation.point.as_str()).copied().ok_or_else(|| {
            Fault::new(
                "titik",
                format!("Titik {} tidak ada lagi di daftar titik.", invitation.point),
                "Masukkan lagi titik itu dengan `tepat points`, lalu `tepat invite --again`.",
            )
        })?;
        let code = register.codes(family.id)?.first().copied();
        let instead_of = replaced_invitation(&register.history(family.id)?).map(|it| it.date);
        let kelurahan = kelurahan.to_owned();
        invitees.push(Invitee { family, code, invitation, point, instead_of, kelurahan });
    }
    invitees.sort_by_key(|invitee| (invitee.invitation.date, invitee.invitation.from, invitee.family.id));
    Ok(invitees)
}
