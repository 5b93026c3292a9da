; (to come)
