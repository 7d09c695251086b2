//! The position of a pool's price or value to its floor.

/// Whether what is observed is below its floor. At the floor it is not.
///
/// Below the floor of the day is an ex-post breach. Below the floor known an observation before is an ex-ante breach.
#[inline(always)]
#[must_use]
pub fn is_below(observed: f64, floor: f64) -> bool {
    observed < floor
}

/// The depth below the floor, a fraction of the floor: `(F - P) / F`, and 0 where it is not below.
#[inline(always)]
#[must_use]
pub fn depth(observed: f64, floor: f64) -> f64 {
    let depth = (floor - observed) / floor;
    if is_below(observed, floor) { depth } else { 0.0 }
}

/// The cushion, a fraction of what is observed: `max(P - F, 0) / P`, and 0 at `P = 0`.
#[inline(always)]
#[must_use]
pub fn cushion(observed: f64, floor: f64) -> f64 {
    let above = observed - floor;
    if above > 0.0 { above / observed } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same<const N: usize>(found: [f64; N], exact: [f64; N]) {
        assert_eq!(found.map(f64::to_bits), exact.map(f64::to_bits));
    }

    #[test]
    fn at_the_floor_is_not_below() {
        assert!(!is_below(0.85, 0.85));
        assert!(is_below(0.85_f64.next_down(), 0.85));
        same([depth(0.85, 0.85), depth(0.9, 0.85), depth(0.0, 0.5)], [0.0, 0.0, 1.0]);
    }

    #[test]
    fn depth_is_a_fraction_of_the_floor_and_cushion_of_what_is_observed() {
        same([depth(0.75, 1.0), depth(3.0, 4.0)], [0.25; 2]);
        same([cushion(1.0, 0.75), cushion(4.0, 3.0), cushion(3.0, 4.0), cushion(0.0, 0.0)], [0.25, 0.25, 0.0, 0.0]);
    }
}
