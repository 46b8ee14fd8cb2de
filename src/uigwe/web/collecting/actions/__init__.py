"""What people do to years, rounds and asks. Each verb is one transaction with its entries in the record; `by` comes last."""
