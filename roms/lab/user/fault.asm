; Follows a null pointer, and must not live to tell.

fault_program:
        mov eax, .text
        call print_message
        mov dword [0], 1
        mov eax, 1
        jmp end_with
.text:  db "fault: about to follow a null pointer", 0
