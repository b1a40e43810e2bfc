# The table: brief, texts, talk, world, decide
