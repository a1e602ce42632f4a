# tests of src/report
