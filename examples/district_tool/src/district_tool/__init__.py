"""An office's own tool on khcn_plan: a plan from its tables, its norms, its list of communes, one rule of its own."""
