; INT 05h as INT 10h AH=12h BL=20h installs it: prints all the rows the screen has, not just 25.
; The byte at 0050:0000 is 1 meanwhile, then 0, or FFh after a printer error.

print_screen:
        sti
        push ax
        push bx
        push cx
        push dx
        push ds
        mov ax, BIOS_DATA
        mov ds, ax
        cmp byte [PRINT_SCREEN_STATUS], 1
        je .exit
        mov byte [PRINT_SCREEN_STATUS], 1
        mov ah, 0x0F
        int 0x10                        ; BH = page
        mov cl, ah                      ; columns
        mov ch, [LAST_ROW]
        push cx
        mov ah, 0x03
        int 0x10
        pop cx
        push dx
        xor dx, dx
        call .new_line
        jnz .failed
.row:
        mov ah, 0x02
        int 0x10
        mov ah, 0x08
        int 0x10
        or al, al
        jnz .print
        mov al, ' '
.print:
        call .printer
        jnz .failed
        inc dl
        cmp dl, cl
        jb .row
        call .new_line
        jnz .failed
        xor dl, dl
        inc dh
        cmp dh, ch
        jbe .row
        mov byte [PRINT_SCREEN_STATUS], 0
        jmp .restore
.failed:
        mov byte [PRINT_SCREEN_STATUS], 0xFF
.restore:
        pop dx
        mov ah, 0x02
        int 0x10
.exit:
        pop ds
        pop dx
        pop cx
        pop bx
        pop ax
        iret

.new_line:
        mov al, 13
        call .printer
        jnz .new_line_done
        mov al, 10
        call .printer
.new_line_done:
        ret

; Print AL; zero flag clear: the printer reports time-out, error or no paper.
.printer:
        push dx
        xor dx, dx
        mov ah, 0
        int 0x17
        pop dx
        test ah, 0x29
        ret
