"""What every answer has, whatever it shows: headers, compression, caching of assets, health, metrics."""
