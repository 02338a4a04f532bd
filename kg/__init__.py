"""治图 Zhitu: from reports on local governance to a graph of who runs what, and where it says so."""
