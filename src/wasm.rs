//! The engine for JavaScript: the only file that knows it.

use js_sys::{Array, Error as JsError, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::archive::{Elsewhere, PartName};
use crate::engine;
use crate::engine::answers::{IsoDay, Order, Request};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("engine/answers.d.ts");

/// Smaller than the standard library's: it takes 3 kB off the engine, compressed.
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

type Answer = Result<JsValue, JsValue>;

/// An open archive that answers questions.
#[wasm_bindgen]
pub struct Engine(engine::Engine);

#[wasm_bindgen]
impl Engine {
    /// Opens an archive, of which only the head may be there. Throws when the bytes are not one, are cut short or have been changed.
    pub fn open(archive: Vec<u8>) -> Result<Engine, JsValue> {
        engine::Engine::open(Elsewhere::new(archive)).map(Engine).map_err(thrown)
    }

    /// Takes in a part of the archive that was fetched; false when the bytes are not of that part.
    pub fn give(&mut self, part: u32, bytes: Vec<u8>) -> bool {
        self.0.give(part, bytes)
    }

    /// Lets go of parts, where many are held, that the last answer was not read from.
    pub fn tidy(&mut self) {
        self.0.tidy();
    }

    /// All parts that live elsewhere, with their names and sizes; none where all are here.
    #[wasm_bindgen(unchecked_return_type = "Part[]")]
    pub fn parts(&self) -> JsValue {
        let parts = Array::new();
        for (number, PartName { kind, name, bytes }) in (0..).zip(self.0.parts()) {
            let part = named(number, &name);
            set(&part, "kind", &JsValue::from_str(kind));
            set(&part, "bytes", &JsValue::from_f64(bytes as f64));
            parts.push(&part);
        }
        parts.into()
    }

    /// What the collection is, in a few words and numbers.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> Answer {
        self.plain(self.0.info())
    }

    /// What answers a question, best first or in the order of time.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(&self, #[wasm_bindgen(unchecked_param_type = "SearchRequest")] request: JsValue) -> Answer {
        self.plain(self.0.search(&read(&request)?))
    }

    /// Every occurrence of what is asked, with what stands around it.
    #[wasm_bindgen(unchecked_return_type = "ConcordanceAnswer")]
    pub fn concordance(&self, #[wasm_bindgen(unchecked_param_type = "ConcordanceRequest")] request: JsValue) -> Answer {
        self.plain(self.0.concordance(&read(&request)?))
    }

    /// The times that the found articles tell of, in their order, each with its sentence.
    #[wasm_bindgen(unchecked_return_type = "ChronologyAnswer")]
    pub fn chronology(&self, #[wasm_bindgen(unchecked_param_type = "ChronologyRequest")] request: JsValue) -> Answer {
        self.plain(self.0.chronology(&read(&request)?))
    }

    /// The words of the collection that complete the last word of a query.
    #[wasm_bindgen(unchecked_return_type = "SuggestAnswer")]
    pub fn suggest(&self, #[wasm_bindgen(unchecked_param_type = "SuggestRequest")] request: JsValue) -> Answer {
        self.plain(self.0.suggest(&read(&request)?))
    }

    /// What answers a question, in time.
    #[wasm_bindgen(unchecked_return_type = "TimelineAnswer")]
    pub fn timeline(&self, #[wasm_bindgen(unchecked_param_type = "TimelineRequest")] request: JsValue) -> Answer {
        self.plain(self.0.timeline(&read(&request)?))
    }

    /// An article, to be read; null if there is none of that name.
    #[wasm_bindgen(unchecked_return_type = "DocumentAnswer | null")]
    pub fn document(&self, #[wasm_bindgen(unchecked_param_type = "DocumentRequest")] request: JsValue) -> Answer {
        self.plain(self.0.document(&read(&request)?))
    }
}

/// Reads a request member by member. What serde derives for it would bring along the code that writes numbers out, for messages: 11 kB
/// of the engine, compressed.
fn read(request: &JsValue) -> Result<Request, JsValue> {
    let member = |name: &'static str| -> Result<Member, JsValue> {
        Ok(Member { name, value: Reflect::get(request, &JsValue::from_str(name))? })
    };
    let order = member("order")?.text()?;
    let mut facts = Vec::new();
    for fact in member("facts")?.list()? {
        match &mut fact.texts()?[..] {
            [name, value] => facts.push((std::mem::take(name), std::mem::take(value))),
            _ => return Err(wrong(fact.name, "a name and a value are wanted")),
        }
    }
    Ok(Request {
        query: member("query")?.text()?.unwrap_or_default(),
        typing: member("typing")?.is_true()?,
        from: member("from")?.day()?,
        until: member("until")?.day()?,
        furniture: member("furniture")?.is_true()?,
        brief: member("brief")?.is_true()?,
        off: member("off")?.texts()?,
        facts,
        order: match order {
            Some(name) => Order::named(&name).ok_or_else(|| wrong("order", &format!("{name} is none")))?,
            None => Order::default(),
        },
        offset: member("offset")?.number()?.unwrap_or_default(),
        limit: member("limit")?.number()?,
        told: member("told")?.days()?,
        view: member("view")?.days()?,
        bins: member("bins")?.number()?,
        moments: member("moments")?.number()?.unwrap_or_default(),
        document: member("document")?.text()?.unwrap_or_default(),
    })
}

/// A member of a request; undefined or null where it is left out.
struct Member {
    name: &'static str,
    value: JsValue,
}

impl Member {
    fn given<T>(&self, read: impl FnOnce(&JsValue) -> Option<T>, wanted: &str) -> Result<Option<T>, JsValue> {
        if self.value.is_undefined() || self.value.is_null() {
            return Ok(None);
        }
        read(&self.value).map(Some).ok_or_else(|| wrong(self.name, wanted))
    }

    fn text(&self) -> Result<Option<String>, JsValue> {
        self.given(JsValue::as_string, "a text is wanted")
    }

    fn is_true(&self) -> Result<bool, JsValue> {
        Ok(self.given(JsValue::as_bool, "true or false is wanted")?.unwrap_or_default())
    }

    fn number(&self) -> Result<Option<usize>, JsValue> {
        let number = |value: &JsValue| value.as_f64().filter(|number| *number >= 0.0).map(|number| number as usize);
        self.given(number, "a number is wanted")
    }

    fn day(&self) -> Result<Option<IsoDay>, JsValue> {
        let Some(text) = self.text()? else { return Ok(None) };
        IsoDay::parse(&text).map(Some).map_err(|reason| wrong(self.name, &reason))
    }

    fn days(&self) -> Result<Option<(IsoDay, IsoDay)>, JsValue> {
        match &self.list()?[..] {
            [] => Ok(None),
            [from, until] => Ok(from.day()?.zip(until.day()?)),
            _ => Err(wrong(self.name, "two days are wanted")),
        }
    }

    fn list(&self) -> Result<Vec<Member>, JsValue> {
        let list = self.given(|value| Array::is_array(value).then(|| Array::from(value)), "a list is wanted")?;
        let list = list.unwrap_or_default();
        Ok((0..list.length()).map(|place| Member { name: self.name, value: list.get(place) }).collect())
    }

    fn texts(&self) -> Result<Vec<String>, JsValue> {
        let mut texts = Vec::new();
        for member in self.list()? {
            texts.push(member.text()?.unwrap_or_default());
        }
        Ok(texts)
    }
}

/// The error of a request whose member is not what it has to be.
fn wrong(member: &str, reason: &str) -> JsValue {
    JsError::new(&["the request cannot be read: ", member, ": ", reason].concat()).into()
}

impl Engine {
    /// An answer as plain objects. Where parts of the archive have to be fetched first, the error that is thrown names them in `lacks`.
    fn plain(&self, answer: crate::Result<impl Serialize>) -> Answer {
        match self.0.whole(answer) {
            Ok(answer) => answer
                .serialize(&Serializer::json_compatible())
                .map_err(|error| JsError::new(&error.to_string()).into()),
            Err(error) => {
                let lacks = Array::new();
                for part in error.lacks() {
                    lacks.push(&named(*part, &self.0.part_name(*part).unwrap_or_default()));
                }
                let error = thrown(error);
                if lacks.length() > 0 {
                    set(&error, "lacks", &lacks);
                }
                Err(error)
            }
        }
    }
}

/// A part that lives elsewhere: its number and its name.
fn named(number: u32, name: &str) -> JsValue {
    let part = Object::new();
    set(&part, "part", &JsValue::from_f64(f64::from(number)));
    set(&part, "name", &JsValue::from_str(name));
    part.into()
}

fn set(object: &JsValue, member: &str, value: &JsValue) {
    // An object that was just made takes any member.
    let _ = Reflect::set(object, &JsValue::from_str(member), value);
}

/// The one place where an error becomes JavaScript's.
fn thrown(error: crate::Error) -> JsValue {
    JsError::new(&error.to_string()).into()
}
