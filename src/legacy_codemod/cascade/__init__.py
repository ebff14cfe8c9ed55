"""What a removal left unused into its removal, until nothing moves."""
