//! What is kept of articles between reading and indexing them, so that they need not be in memory together, nor be read on one machine.
//!
//! A [`Leaf`] is an article with what was read in it, and little besides that tells it apart from others. A [`Binding`] writes leaves one after
//! another into a spool, and what there is to say about their files; a [`Sheaf`] is one that is whole. A [`Gathering`] takes
//! sheaves together: it names the articles, leaves out those that are there twice, and puts the others in their order, in segments. For that it
//! has a [`Slip`] of each in memory; the leaf itself is read again when its segment is made.
//!
//! From a [`Former`] sheaf what has not changed is taken over.
//!
//! Nothing here is in the page.

mod binding;
mod former;
mod gathering;
mod leaf;
mod record;

pub use binding::{Binding, Origin, Shard, Sheaf};
pub use former::{Former, Lines};
pub use gathering::{Gathering, Placed, Segment};
pub use leaf::{Leaf, Slip};
