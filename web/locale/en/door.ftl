# Door
