# tests of src/rule
