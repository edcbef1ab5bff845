"""In which year was an undated article published, and on what evidence?"""
