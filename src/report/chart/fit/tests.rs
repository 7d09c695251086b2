use ndarray::Array2;

use super::*;
use crate::plan::History;
use crate::report::chart::scene::{Area, WIDTH};
use crate::study::calibrate::{CalibrationRequest, calibrate};
use crate::units::Month;

/// A history of as many columns of waves, larger in the second half.
fn calibration(columns: usize, months: u32) -> Calibration {
    let wave = |(month, column): (usize, usize)| {
        let (t, k) = (real(month), real(column));
        let size = if 2 * month > months as usize { 0.05 } else { 0.02 };
        0.004 + size / (k + 1.0) * (libm::sin(t * t * (1.3 + k)) + 0.5 * libm::sin(t * 2.1 + k))
    };
    let history = History::new(
        Month::new(1990, 1).unwrap(),
        (0..columns).map(|column| format!("equity_with_a_rather_long_name_{column}")).collect(),
        Array2::from_shape_fn((months as usize, columns), wave),
    )
    .unwrap();
    calibrate(&history, &CalibrationRequest::default()).unwrap()
}

#[test]
fn texts_are_apart_and_on_the_page_whatever_is_fitted() {
    for (columns, months) in [(1, 24), (2, 400), (4, 240), (4, 40), (5, 700), (12, 60)] {
        let calibration = calibration(columns, months);
        for language in [Language::En, Language::Sv] {
            let charts = fit(&calibration, "history.csv", 1, language);
            assert_eq!(charts.len(), columns.div_ceil(MOST));
            for Chart { name, scene, .. } in &charts {
                let page = Area { left: 6.0, top: 6.0, right: WIDTH - 6.0, bottom: f64::from(PAGE) - 6.0 };
                let texts: Vec<_> = scene.texts().collect();
                for (index, text) in texts.iter().enumerate() {
                    assert!(page.holds(&text.place()), "{name}: {:?} at {:?}", text.words, text.place());
                    assert!(!text.words.contains("NaN"));
                    for other in &texts[index + 1..] {
                        let apart = !text.place().touches(&other.place());
                        assert!(apart, "{columns} {months} {name}: {:?} touches {:?}", text.words, other.words);
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_is_a_picture_of_its_height() {
    let charts = fit(&calibration(2, 120), "history.csv", 1, Language::En);
    let png = charts[0].png().unwrap();
    let picture = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
    assert_eq!(picture.info().size(), (1600, u32::from(PAGE)));
}
