"""Characters and marks: what a wrong encoding makes of letters, and quotes and brackets without a mate."""
