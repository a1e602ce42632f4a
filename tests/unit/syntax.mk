# tests of src/syntax
