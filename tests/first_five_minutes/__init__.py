"""The first screen of README.md, typed in an empty folder: the gate that every change passes."""
