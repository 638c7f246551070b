package calendar

// Product names huiban in calendar objects (RFC 5545 §3.7.3).
const Product = "-//huiban//huiban//ZH"
