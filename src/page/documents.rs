//! `/dokumen`: who comes to the point, and what they bring.
