"""What was found out about the turns is kept from one version of a transcript to the next."""
