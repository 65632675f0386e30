"""Services given to the public: sessions that can be booked, attended and rated."""
