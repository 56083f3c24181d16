//! Work on all processors, taken in its order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Result, bail};

/// Items for each processor that were begun and not taken yet. With fewer a slow one holds up the others; all of them are in memory.
const AHEAD: usize = 4;

/// How many processors there are.
pub(crate) fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Works on items on all processors, and takes what comes of them in the order of the items. No more items are begun than
/// [`AHEAD`] says, so that what is in memory is bounded, however many there are.
///
/// # Errors
///
/// Those of `take`.
pub(crate) fn in_order<I: Send, T: Send>(
    items: impl Iterator<Item = I> + Send,
    work: &(dyn Fn(I) -> T + Sync),
    take: &mut dyn FnMut(T) -> Result<()>,
) -> Result<()> {
    let processors = processors();
    let items = Mutex::new((0, items.fuse()));
    let state = State { done: BTreeMap::new(), taken: 0, working: processors, stopped: false };
    let (state, changed) = (Mutex::new(state), Condvar::new());
    let worker = || {
        let _ends = Ends { state: &state, changed: &changed };
        loop {
            let (number, item) = {
                let mut items = held(&items);
                let mut waiting = held(&state);
                while items.0 >= waiting.taken + processors * AHEAD && !waiting.stopped {
                    waiting = changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
                }
                if waiting.stopped {
                    break;
                }
                drop(waiting);
                let Some(item) = items.1.next() else { break };
                items.0 += 1;
                (items.0 - 1, item)
            };
            let done = work(item);
            held(&state).done.insert(number, done);
            changed.notify_all();
        }
    };
    thread::scope(|scope| {
        for _ in 0..processors {
            scope.spawn(worker);
        }
        while let Some(done) = next(&state, &changed)? {
            changed.notify_all();
            take(done).inspect_err(|_| {
                held(&state).stopped = true;
                changed.notify_all();
            })?;
        }
        Ok(())
    })
}

/// Waits for what comes of the next item; `None` where there is none.
fn next<T>(state: &Mutex<State<T>>, changed: &Condvar) -> Result<Option<T>> {
    let mut state = held(state);
    loop {
        let number = state.taken;
        if let Some(done) = state.done.remove(&number) {
            state.taken += 1;
            return Ok(Some(done));
        }
        if state.stopped {
            bail!("a thread has stopped");
        }
        if state.working == 0 {
            return Ok(None);
        }
        state = changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

struct State<T> {
    /// What came of items and waits for those before them.
    done: BTreeMap<usize, T>,
    taken: usize,
    /// How many threads are at work.
    working: usize,
    /// No more is begun.
    stopped: bool,
}

/// Says that a thread is at work no more, and that all is over if it stopped over an item.
struct Ends<'a, T> {
    state: &'a Mutex<State<T>>,
    changed: &'a Condvar,
}

impl<T> Drop for Ends<'_, T> {
    fn drop(&mut self) {
        let mut state = held(self.state);
        state.working -= 1;
        state.stopped |= thread::panicking();
        drop(state);
        self.changed.notify_all();
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_items_is_taken_in_their_order() {
        let mut taken = Vec::new();
        in_order(0..200, &|item| item * 2, &mut |double| {
            taken.push(double);
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, (0..200).map(|item| item * 2).collect::<Vec<_>>());
        let failed = in_order(0..200, &|item| item, &mut |item| if item < 50 { Ok(()) } else { anyhow::bail!("full") });
        assert_eq!(failed.unwrap_err().to_string(), "full");
    }

    #[test]
    fn no_more_are_begun_than_may_wait() {
        let begun = Mutex::new(0);
        let mut taken = 0;
        let items = (0..300).inspect(|_| *held(&begun) += 1);
        in_order(items, &|item| item, &mut |_| {
            taken += 1;
            assert!(*held(&begun) <= taken + processors() * (AHEAD + 1), "{} {taken}", held(&begun));
            Ok(())
        })
        .unwrap();
    }
}
