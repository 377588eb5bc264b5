"""What `bench start` runs in processes of their own."""
