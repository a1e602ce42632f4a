# tests of src/conflict
