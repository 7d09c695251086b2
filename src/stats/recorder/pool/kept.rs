//! Numbers of a block that are kept for a comparison path by path.

use crate::lanes::Lanes;
use crate::stats::figure::PoolEvent;
use crate::stats::tally::Places;

/// Numbers of a block that the facts of its paths do not hold.
pub(super) struct KeptNumbers {
    pub(super) value: Vec<Lanes>,
    pub(super) share: Vec<Lanes>,
    pub(super) floor: Vec<Lanes>,
    /// By event that is a state: whether it is one.
    pub(super) states: [Vec<Lanes>; PoolEvent::ALL.len()],
    pub(super) growth: Vec<Lanes>,
    pub(super) nominal: Vec<Lanes>,
    pub(super) real: Vec<Lanes>,
}

impl KeptNumbers {
    pub(super) fn new(places: &Places, spans: usize) -> Self {
        let room = |count: usize| vec![Lanes::all(0.0); count];
        Self {
            value: room(places.months()),
            share: room(places.shares()),
            floor: room(places.months()),
            states: PoolEvent::ALL.map(|event| room(if event.is_state() { places.months() } else { 0 })),
            growth: room(spans),
            nominal: room(spans),
            real: room(spans),
        }
    }
}
