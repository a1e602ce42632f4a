# tests of src/document
