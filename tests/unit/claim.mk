# tests of src/claim
