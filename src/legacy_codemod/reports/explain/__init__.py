"""What ``codemod explain`` says, drawn for a terminal."""
