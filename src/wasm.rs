//! The engine for JavaScript: the only file that knows it.

use js_sys::Error as JsError;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("engine/answers.d.ts");

type Answer = Result<JsValue, JsValue>;

/// An open archive that answers questions.
#[wasm_bindgen]
pub struct Engine(engine::Engine);

#[wasm_bindgen]
impl Engine {
    /// Opens an archive. Throws when the bytes are not one, are cut short or have been changed.
    pub fn open(archive: Vec<u8>) -> Result<Engine, JsValue> {
        engine::Engine::open(archive).map(Engine).map_err(thrown)
    }

    /// What the collection is, in a few words and numbers.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> Answer {
        plain(self.0.info())
    }

    /// What answers a question, best first or in the order of time.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(&self, #[wasm_bindgen(unchecked_param_type = "SearchRequest")] request: JsValue) -> Answer {
        plain(self.0.search(&read(request)?))
    }

    /// Every occurrence of what is asked, with what stands around it.
    #[wasm_bindgen(unchecked_return_type = "ConcordanceAnswer")]
    pub fn concordance(&self, #[wasm_bindgen(unchecked_param_type = "ConcordanceRequest")] request: JsValue) -> Answer {
        plain(self.0.concordance(&read(request)?))
    }

    /// The words of the collection that complete the last word of a query.
    #[wasm_bindgen(unchecked_return_type = "SuggestAnswer")]
    pub fn suggest(&self, #[wasm_bindgen(unchecked_param_type = "SuggestRequest")] request: JsValue) -> Answer {
        plain(self.0.suggest(&read(request)?))
    }

    /// What answers a question, in time.
    #[wasm_bindgen(unchecked_return_type = "TimelineAnswer")]
    pub fn timeline(&self, #[wasm_bindgen(unchecked_param_type = "TimelineRequest")] request: JsValue) -> Answer {
        plain(self.0.timeline(&read(request)?))
    }

    /// An article, to be read; null if there is none of that name.
    #[wasm_bindgen(unchecked_return_type = "DocumentAnswer | null")]
    pub fn document(&self, #[wasm_bindgen(unchecked_param_type = "DocumentRequest")] request: JsValue) -> Answer {
        plain(self.0.document(&read(request)?))
    }
}

fn read(request: JsValue) -> Result<engine::answers::Request, JsValue> {
    serde_wasm_bindgen::from_value(request).map_err(|error| JsError::new(&error.to_string()).into())
}

fn plain(answer: crate::Result<impl Serialize>) -> Answer {
    let answer = answer.map_err(thrown)?;
    answer.serialize(&Serializer::json_compatible()).map_err(|error| JsError::new(&error.to_string()).into())
}

/// The one place where an error becomes JavaScript's.
fn thrown(error: crate::Error) -> JsValue {
    JsError::new(&error.to_string()).into()
}
