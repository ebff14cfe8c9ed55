"""What the formats share: lines, marks on them, and the cut that follows from the marks."""
