# Control
