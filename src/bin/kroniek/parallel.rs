//! Work on all processors, taken in its order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};

/// Items that were worked on and wait for those before them, for each processor.
const AHEAD: usize = 4;

/// Works on items on all processors, and takes what comes of them in the order of the items.
pub(crate) fn in_order<I: Sync, T: Send>(
    items: &[I],
    work: &(dyn Fn(&I) -> T + Sync),
    take: &mut dyn FnMut(T, &I) -> Result<()>,
) -> Result<()> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(processors * AHEAD);
        for _ in 0..processors.min(items.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(number) else { break };
                    // Nobody receives any more where taking has failed.
                    if send.send((number, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        for (number, item) in items.iter().enumerate() {
            while !early.contains_key(&number) {
                let (number, done) = receive.recv().context("a thread has stopped")?;
                early.insert(number, done);
            }
            if let Some(done) = early.remove(&number) {
                take(done, item)?;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_items_is_taken_in_their_order() {
        let items: Vec<usize> = (0..200).collect();
        let mut taken = Vec::new();
        in_order(&items, &|item| item * 2, &mut |double, item| {
            taken.push((*item, double));
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, items.iter().map(|item| (*item, item * 2)).collect::<Vec<_>>());
        let failed =
            in_order(&items, &|item| *item, &mut |item, _| if item < 50 { Ok(()) } else { anyhow::bail!("full") });
        assert_eq!(failed.unwrap_err().to_string(), "full");
    }
}
