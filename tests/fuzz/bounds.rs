//! What a case may take: seconds and memory are part of every property.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

/// Seconds of a processor that a case may take. No input is larger than some 300 kB, and a test is compiled slow: what is sound takes less than
/// a tenth of this.
const SECONDS: f64 = 5.0;

/// Bytes that a case may hold at once. Text unpacks to a thousand times its size, and no input has more than 256 kB of it packed.
const BYTES: isize = 384 << 20;

/// Seconds after which a case does not end by itself.
const PATIENCE: Duration = Duration::from_secs(120);

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

/// The system's allocator, with a count of what each thread holds.
pub(crate) struct Counting;

fn count(bytes: isize) {
    // A thread that ends has no count any more.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        unsafe { System.realloc(place, layout, size) }
    }
}

/// Cases that are under way.
static UNDER_WAY: LazyLock<Mutex<HashMap<ThreadId, (Instant, PathBuf)>>> = LazyLock::new(|| {
    thread::spawn(|| {
        loop {
            thread::sleep(Duration::from_secs(1));
            for (begun, file) in UNDER_WAY.lock().unwrap().values() {
                if begun.elapsed() > PATIENCE {
                    eprintln!("a case does not end: {}", file.display());
                    std::process::exit(101);
                }
            }
        }
    });
    Mutex::default()
});

/// Runs a case, and fails where it takes too long or too much.
pub(crate) fn watched<T>(name: &str, choices: &[u8], case: impl FnOnce() -> T) -> T {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    let file = folder.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(&file, choices).unwrap();
    UNDER_WAY.lock().unwrap().insert(thread::current().id(), (Instant::now(), file));
    let (begun, held) = (used(), HELD.get());
    MOST.set(held);
    let given = case();
    let (seconds, bytes) = (used() - begun, MOST.get() - held);
    UNDER_WAY.lock().unwrap().remove(&thread::current().id());
    assert!(seconds < SECONDS, "{name}: it took {seconds:.1} s");
    assert!(bytes < BYTES, "{name}: it held {} MB", bytes >> 20);
    given
}

/// Seconds of a processor that this thread has used, so that a busy machine does not count; of the clock where that is not told.
fn used() -> f64 {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|number| number.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed().as_secs_f64(), |number| number / 1e9)
}
