"""Accept connections and answer them, whatever is at the other end of them."""
