//! Bins and moments.
