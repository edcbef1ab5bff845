"""Who and where in other languages than English: names by capitals, context and tables, countries by CLDR."""
