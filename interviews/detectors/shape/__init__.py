"""How an interview is built: its style, who asks and answers, where it closes, what stands in it twice."""
