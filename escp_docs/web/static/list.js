// The list of partnerships needs nothing that moves.
