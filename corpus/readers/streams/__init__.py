"""What readers share: decoding, lines, archives, and bounds on what they unpack."""
