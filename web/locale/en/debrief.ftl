# Debrief
