print("ringone")
