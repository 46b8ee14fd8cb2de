"""Results, evidence, milestones and money spent: what came of the plan, entered, confirmed, accepted, and never overwritten."""
