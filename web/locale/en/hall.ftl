# Hall
