//! The subject of a comparison, in titles and in the names of files.

use crate::plan::Plan;
use crate::study::compare::Sides;
use crate::texts::Language;

/// The subject in titles: the pool, or the plan whose pools are compared.
pub(super) fn title(plans: &[Plan], sides: &Sides, language: Language) -> String {
    if sides.plan == 0 {
        return language.of(&plans[0].title).to_owned();
    }
    sides.branches[0].label(&plans[0], language)
}
